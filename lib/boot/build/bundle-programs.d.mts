/** Bundles the programs of the product into `.build` unless they were made from these sources. */
export function bundlePrograms(): Promise<void>

/** Bundles programs into `.build`: source files by the name of their bundle. */
export function bundle(programs: Record<string, string>): Promise<void>
