import { notFound } from 'next/navigation'
import type { ReactNode } from 'react'
import { addressOf, type View } from '@/lib/address/view'
import { KINDS } from '@/lib/catalogue/series-kinds'
import { offersLoading } from '@/lib/desk/who-may-load'
import { TEMPLATE_NAMES } from '@/lib/export/templates/template-tables'
import { translatorFor } from '@/lib/messages/translate'
import type { NavName } from '../layout/masthead'
import { PageFrame } from '../layout/page-frame'

/**
 * Says what a page lacks, and shows the way to the first report: files to fill in, the command that loads them, the page
 * that shows them; or says that the market of the address does not exist.
 */
export function EmptyStore({ view, page }: { view: View; page: NavName }) {
  if (view.market !== undefined) notFound()
  const t = translatorFor(view.locale)
  return (
    <PageFrame view={view} path="/" current={page} isDemo={false}>
      <section className="mt-8 max-w-[44em] mid:mt-14">
        <h1 className="text-[23px]/8 mid:text-head">{t('start.title')}</h1>
        <p className="mt-4 text-body text-ink-2">
          {t(`start.missing-${page}`)}
          {view.locale !== 'zh' && ' '}
          {view.version > 0 ? t('start.onlyCatalogue', { version: view.version }) : t('start.lead')}
        </p>
        <ol className="mt-6">
          <Step number={1} title={t('start.files')}>
            <p>{t('start.filesText')}</p>
            <TemplateLinks view={view} />
          </Step>
          <Step number={2} title={t('start.load')}>
            <p>{t('start.loadText')}</p>
            {offersLoading() && (
              <p className="mt-2">
                <a href={addressOf('/data/load', view)} className="prose-link max-mid:inline-block max-mid:py-3">
                  {t('start.inBrowser')}
                </a>{' '}
                {t('start.orCommand')}
              </p>
            )}
            <pre className="my-2 whitespace-pre-wrap bg-wash px-3 py-2 text-note">
              <code>npm run import -- catalogue.xlsx factor_returns.xlsx</code>
            </pre>
            <p>{t('start.formats')}</p>
          </Step>
          <Step number={3} title={t('start.look')}>
            <p>{t('start.lookText')}</p>
          </Step>
        </ol>
      </section>
    </PageFrame>
  )
}

/** Shows links to the templates: workbooks, and single CSV files. */
function TemplateLinks({ view }: { view: View }) {
  const t = translatorFor(view.locale)
  const template = (file: string, text: string) => (
    <a key={file} href={addressOf(`/templates/${file}`, view)} className="prose-link tap whitespace-nowrap" download>
      {text}
    </a>
  )
  return (
    <>
      <p className="mt-2 flex flex-wrap gap-x-5">
        {template('catalogue.xlsx', t('start.workbook'))}
        {KINDS.map((kind) => template(`${kind}.xlsx`, t('start.book', { name: t(`templates.of-${kind}`) })))}
      </p>
      <p className="mt-2 flex flex-wrap gap-x-5 items-baseline text-note">
        {t('start.orCsv')}
        {TEMPLATE_NAMES.map((name) => template(`${name}.csv`, t(`templates.of-${name}`)))}
      </p>
    </>
  )
}

function Step({ number, title, children }: { number: number; title: string; children: ReactNode }) {
  return (
    <li className="grid grid-cols-[28px_minmax(0,1fr)] border-line border-t py-4 text-body text-ink-2">
      <span className="text-ink-3">{number}</span>
      <div>
        <h2 className="text-body text-ink">{title}</h2>
        <div className="mt-1">{children}</div>
      </div>
    </li>
  )
}
