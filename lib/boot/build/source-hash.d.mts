/** Returns the SHA-256 of the names and contents of all that the product is built from, in hexadecimal. */
export function hashSources(folder: string): Promise<string>
