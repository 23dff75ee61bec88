import { wasDemoLoaded } from '@/lib/db/queries/versions/was-demo-loaded'
import { thePublisher } from '@/lib/publisher/the-publisher'
import type { FigureCaption, FigureRequest } from './figure-request'
import { getFigureContext } from './get-figure-context'
import type { FigureContext, FigureRows } from './kinds/figure-kind'
import { FIGURES, type FigureName } from './registry'
import { sourceText } from './rows/source-text'

/** Returns the texts around an exported figure; the rows belong to the same request. */
export async function getFigureCaption(request: FigureRequest, rows: FigureRows): Promise<FigureCaption> {
  const { kind, version, locale, asOf, convention } = request
  const [context, isDemo] = await Promise.all([getFigureContext(request), wasDemoLoaded({ version })])
  const { t } = context
  const { figures } = FIGURES[kind]
  const source = sourceText({ isDemo, publisher: thePublisher().name[locale] }, t)
  return {
    title: fullTitle(kind, context),
    note: FIGURES[kind].note(rows, context),
    source: t('takeaway.sourceLine', {
      source,
      asOf,
      version,
      of: figures ?? 'none',
      convention: t(`week.${convention}`),
    }),
    demo: isDemo ? t('demo.label') : null,
  }
}

/** Returns series and figure, or only the figure. */
function fullTitle(kind: FigureName, context: FigureContext): string {
  const { title, subject } = FIGURES[kind]
  const name = subject ? subject(context) : (context.names[0] ?? null)
  const figure = title(context)
  return name === null ? figure : context.t('takeaway.title', { name, figure })
}
