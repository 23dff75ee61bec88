/** Values of cache-control. */

/** For an address that contains everything the body depends on, so that the body never changes. */
export const FOR_EVER = 'public, max-age=31536000, immutable'

/** For an address whose data version changes: a browser checks each time. */
export const ASK_EACH_TIME = 'private, no-cache'

export const NEVER = 'no-store'
