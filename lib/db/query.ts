/** Runs a query with its parameters ($1, $2, …) over any connection and returns the rows. */
export type Query = (statement: string, parameters: unknown[]) => Promise<unknown>
