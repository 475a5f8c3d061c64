package exercise;

import java.io.StringReader;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.xerces.parsers.DOMParser;
import org.apache.xerces.parsers.SAXParser;
import org.w3c.dom.Document;
import org.xml.sax.Attributes;
import org.xml.sax.InputSource;
import org.xml.sax.helpers.DefaultHandler;
import verdicts.Stage;

/**
 * Xerces 2.0.2 parses with DOM and SAX on four threads, and builds a page under its locks. It
 * brings packages that are the JDK's own today, so it runs in a class loader where that does no
 * harm.
 */
public final class XercesParsing {
  private static final String XML =
      "<!DOCTYPE shop [<!ENTITY c 'caf&#233;'>]><shop name='&c;'><item/><item/><!-- x --></shop>";

  private XercesParsing() {}

  public static void main(String[] args) throws Exception {
    String[] path = System.getProperty("java.class.path").split(java.io.File.pathSeparator);
    URL[] urls = new URL[path.length];
    for (int i = 0; i < path.length; i++) {
      urls[i] = Path.of(path[i]).toUri().toURL();
    }
    try (URLClassLoader loader = new URLClassLoader(urls, ClassLoader.getPlatformClassLoader())) {
      Thread.currentThread().setContextClassLoader(loader);
      Class<?> inside = loader.loadClass(XercesParsing.class.getName());
      inside.getMethod("parseAll").invoke(null);
    }
  }

  public static void parseAll() throws Exception {
    AtomicInteger items = new AtomicInteger();
    Document page = page();
    Thread[] threads = new Thread[4];
    for (int i = 0; i < threads.length; i++) {
      threads[i] = Stage.start("parser-" + i, () -> parse(items, page));
    }
    Stage.join(threads);
    System.out.println(items + " items, " + describe(page));
  }

  private static void parse(AtomicInteger items, Document page) throws Exception {
    for (int i = 0; i < 200; i++) {
      DOMParser dom = new DOMParser();
      dom.parse(new InputSource(new StringReader(XML)));
      items.addAndGet(dom.getDocument().getElementsByTagName("item").getLength());
      SAXParser sax = new SAXParser();
      sax.setContentHandler(
          new DefaultHandler() {
            @Override
            public void startElement(String uri, String name, String full, Attributes with) {
              items.addAndGet(name.equals("item") ? 1 : 0);
            }
          });
      sax.parse(new InputSource(new StringReader(XML)));
      describe(page);
    }
  }

  /** By reflection: the compiler looks for the library's packages in the JDK. */
  private static Document page() throws Exception {
    return (Document)
        Class.forName("org.apache.html.dom.HTMLDocumentImpl").getConstructor().newInstance();
  }

  private static String describe(Document page) throws Exception {
    Object head = page.getClass().getMethod("getHead").invoke(page);
    Object body = page.getClass().getMethod("getBody").invoke(page);
    return ((org.w3c.dom.Node) head).getNodeName() + " " + ((org.w3c.dom.Node) body).getNodeName();
  }
}
