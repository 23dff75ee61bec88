/** Id of the line at the foot of a report in which the link to the PDF shows the document's checksum. */
export const DOCUMENT_FACT = 'document-fact'
