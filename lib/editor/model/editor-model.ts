/** What the page that edits the texts of a week shows. */
import type { Locale } from '@/lib/base/locale'
import type { Conflict, SavedBy, Session } from '@/lib/editor/merge/session'
import type { DeskTexts, LanguageTexts } from '@/lib/texts/desk-texts'

/** What the product drafts, in the form in which it is written: figures as cells. */
type DraftedTexts = Required<{
  [Name in 'title' | 'authors' | 'headline' | 'keyPoints' | 'related']: NonNullable<LanguageTexts[Name]>
}>

/** A figure that a text can have. */
export interface KnownCell {
  id: string
  /** Series or benchmark, and what the figure is of it, in the language of the page. */
  name: string
  column: string
  /** Decimal fraction; null where the report has a dash. */
  value: number | null
}

interface EditorSection {
  id: string
  number: number
  titles: Record<Locale, string>
}

/** Something that is wrong with a field. */
export interface FieldNote {
  /** As `fieldKey` writes it. */
  field: string
  /** Place of the key point or report within the field, from 0; null when it concerns the whole field. */
  row: number | null
  /** `refused`: the texts cannot be kept; `figure`: they can, and the week cannot be published. */
  kind: 'refused' | 'figure'
  /** One sentence in the language of the page. */
  text: string
}

export interface EditorModel {
  market: string
  /** Last trading day of the week. */
  asOf: string
  locale: Locale
  /** Address that keeps the texts, of a form and of a script. */
  address: string
  /** Address of the page itself, without the revision to look at. */
  here: string
  /** The revision from which the form begins, and its texts. */
  base: Session['base']
  /** What the form shows; other texts than those of the base when they could not be saved. */
  content: DeskTexts
  conflicts: Conflict[]
  /** Newest first. */
  history: SavedBy[]
  /** The revision that is shown beside the newest; null when none is. */
  looked: { by: SavedBy; content: DeskTexts } | null
  notes: FieldNote[]
  drafted: Record<Locale, DraftedTexts>
  /** In the report's own order. */
  sections: EditorSection[]
  cells: KnownCell[]
  /** Whether these are all cells: a report of thousands of series has too many for a page. */
  hasAllCells: boolean
  /** Short names of series by code, in each language. */
  names: Record<string, Record<Locale, string>>
  /** Other numbers of the drafted texts, by what names them. */
  facts: Record<Locale, Record<string, string>>
  previews: { name: 'page' | 'pdf' | 'onePage' | 'mail' | 'picture'; addresses: Record<Locale, string> }[]
  /** Page for signing in; null without accounts. */
  signIn: string | null
}

/** The answer to a save or to the question for news. */
export interface EditorAnswer {
  /** The newest revision with its texts, when the page does not have it; null when nothing newer is there. */
  newest: (SavedBy & { content: DeskTexts }) | null
  /** The revision that was saved, when one was asked to be. */
  saved: SavedBy | null
  /** Of the texts that were sent; null when none were. */
  notes: FieldNote[] | null
  /** Who else has the page open. */
  others: string[]
}
