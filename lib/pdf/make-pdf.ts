import { createHash } from 'node:crypto'
import { printPalette } from '@/lib/charts/theme'
import { translatorFor } from '@/lib/messages/translate'
import { cleaned } from '@/lib/pdf/document/clean-text'
import { drawFigure } from '@/lib/pdf/document/draw-figure'
import { factsheetDocument } from '@/lib/pdf/document/factsheet-document'
import { kindOfKey, type PdfJob } from '@/lib/pdf/document/job'
import { onePageDocument } from '@/lib/pdf/document/one-page-document'
import { reportDocument } from '@/lib/pdf/document/report-document'
import { type PdfStandard, type Typeset, type Typesetting, typeset } from './compiler'

/** The file, its standard, and the reason when it has none. */
export type MadePdf = Typeset

/**
 * Makes a PDF from a job. The same job gives the same bytes in any process, folder and time zone.
 * @throws Error when the template fails, which no text of a job can cause
 */
export function makePdf(job: PdfJob, standard?: PdfStandard): MadePdf {
  return typeset(typesettingOf(job), standard)
}

/** Returns the template of a job and the files that the template reads. */
function typesettingOf(job: PdfJob): Typesetting {
  const clean = cleaned(job)
  const document = JSON.stringify(documentOf(clean, FINGERPRINT))
  const drawn = pictures(clean)
  const fingerprint = fingerprintOf([document, ...drawn.flat()])
  const files = new Map([['document.json', document.replaceAll(FINGERPRINT, fingerprint)], ...drawn])
  return { template: `${clean.kind}.typ`, files }
}

/** Stands for the fingerprint until it is known: no text of a cleaned job has characters for private use. */
const FINGERPRINT = '\u{E000}'.repeat(12)

function documentOf(job: PdfJob, fingerprint: string) {
  switch (job.kind) {
    case 'report':
      return reportDocument(job, fingerprint)
    case 'one-page':
      return onePageDocument(job, fingerprint)
    case 'factsheet':
      return factsheetDocument(job, fingerprint)
  }
}

/** Returns twelve hexadecimal digits that change with anything in the document: with any of the texts that it is set from. */
function fingerprintOf(texts: string[]): string {
  const hash = createHash('sha256')
  for (const text of texts) hash.update(JSON.stringify(text))
  return hash.digest('hex').slice(0, 12)
}

function pictures({ kind, rows, colours, publisher, report }: PdfJob): [string, string][] {
  const palette = printPalette(colours, publisher.accent)
  const drawn = { document: kind, palette, drawdownLabel: translatorFor(report.locale)('pdf.drawdown') }
  const figures = Object.entries(rows).flatMap(([key, shown]): [string, string][] =>
    shown === null ? [] : [[`${key}.svg`, drawFigure({ kind: kindOfKey(key), rows: shown }, drawn)]],
  )
  return publisher.logoSvg === null ? figures : [['publisher.svg', publisher.logoSvg], ...figures]
}
