/**
 * Start-up options of every connection. Prisma reads the digits of a timestamp as UTC in any session zone, and a server
 * may be configured to round floats or to print dates in another order.
 */
export const SESSION_OPTIONS = '-c TimeZone=UTC -c DateStyle=ISO,YMD -c extra_float_digits=1'
