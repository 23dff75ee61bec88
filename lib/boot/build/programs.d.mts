export const PROGRAMS: Record<string, string>
export const TEST_PROGRAMS: Record<string, string>
export const EXTERNAL: string[]
