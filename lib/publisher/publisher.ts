import type { Locale } from '@/lib/base/locale'

/** A text in each language. */
export type Bilingual = Record<Locale, string>

/** The publisher of the reports. It comes from settings, never from code. */
export interface Publisher {
  name: Bilingual
  /** Class of the report, on the cover. */
  reportKind: Bilingual
  /** #rrggbb. */
  accent: string
  /** SVG markup of the mark; null for none. */
  logoSvg: string | null
  authors: PublisherAuthor[]
  /** Lines of the contact block. */
  contact: Record<Locale, string[]>
  /** Set at the end of the report. */
  disclosures: Record<Locale, Disclosure[]>
  /** Instead of them, in a document of one page and in factsheets. */
  shortDisclosure: Bilingual
}

interface PublisherAuthor {
  name: Bilingual
  role: Bilingual | null
  email: string | null
  phone: string | null
}

export interface Disclosure {
  title: string
  text: string
}
