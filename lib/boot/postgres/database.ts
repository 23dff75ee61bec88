/** The PostgreSQL that the product runs on, wherever it comes from. */
export interface Database {
  url: string
  /** What it is, in few words. */
  note: string
  /** Settles, with a sentence that says why, if the database goes away by itself; never for a server of somebody else. */
  lost: Promise<string>
  /** Stops it, if it was started here. */
  close(): Promise<void>
  /** Stops it without waiting. */
  kill(): void
}
