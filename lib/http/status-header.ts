/** Names the status of a page that Next can only answer with 200; it is not sent to the client. */
export const STATUS_HEADER = 'x-page-status'
