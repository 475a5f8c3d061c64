package io.standstill.release;

/** A class that others only name as the type of a field. */
final class Parcel {}
