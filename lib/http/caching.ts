/** Values of cache-control. */

/** The address names everything that the body depends on, so the body never changes. */
export const FOR_EVER = 'public, max-age=31536000, immutable'

/** Data versions replace each other under one address: a browser asks each time. */
export const ASK_EACH_TIME = 'private, no-cache'

export const NEVER = 'no-store'
