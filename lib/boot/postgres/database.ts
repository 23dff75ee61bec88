/** The PostgreSQL that the product uses, embedded or given. */
export interface Database {
  url: string
  /** The address without a pooler, for migrations and the demo data; mostly the same. */
  directUrl: string
  /** A short description. */
  note: string
  /** Resolves with the reason when an embedded database ends by itself; never resolves for a given server. */
  lost: Promise<string>
  /** Stops the database if this process started it. */
  close(): Promise<void>
  /** Stops the database without waiting. */
  kill(): void
}
