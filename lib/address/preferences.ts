/** What a reader chooses once for all pages: each choice is a cookie of this name, which `app/preferences` writes. */
export const PREFERENCES = ['theme', 'colours', 'paper'] as const
export type Preference = (typeof PREFERENCES)[number]

/** The values of the cookies as they arrive; undefined where there is none. */
export type PreferenceCookies = Partial<Record<Preference, string | undefined>>
