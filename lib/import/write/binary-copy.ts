/**
 * PostgreSQL's binary format of COPY: a header, rows of fields that each have their length before them, an end.
 * @see https://www.postgresql.org/docs/current/sql-copy.html, "Binary Format"
 */

/** The length of a field without a value. */
export const NO_VALUE = -1

/** The bytes before the first row. */
export const COPY_HEADER: Uint8Array = Buffer.concat([Buffer.from('PGCOPY\n\xff\r\n\0', 'latin1'), Buffer.alloc(8)])

/** The bytes after the last row. */
export const COPY_END: Uint8Array = Buffer.from([0xff, 0xff])
