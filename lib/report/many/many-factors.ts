/**
 * A report of more factors than this is another page: tables by family, and what is chosen by rule. Fifty factors are the
 * most that a reader looks through row by row: their table and sections are 60 screens and 30 pages, and each further
 * factor adds 30 kB of HTML.
 */
export const MANY_FACTORS = 50

/** Maximum number of unusual factors that have a row on the page and a section in the PDF. */
export const SHOWN_UNUSUAL = 12

/** Factors on a page of a family: it then has about as many figures as a report of few factors. */
export const FAMILY_PAGE_FACTORS = 20

/** Families on a page of the report. */
export const FAMILIES_PAGE = 30

/** Maximum number of factors whose missing days are noted and checked; the page of each factor has its own note. */
export const NOTED_GAPS = 200
