import { mayOpen } from '@/lib/access/may-open'
import type { View } from '@/lib/address/view'
import { fileAddress, type PageTable, tableAddress } from '@/lib/api/page-tables'
import { translatorFor } from '@/lib/messages/translate'
import { RuledTable } from '../table/ruled-table'
import { SentOnce } from '../text/sent-once'
import { ScriptLines } from './script-lines'

interface ExportTablesProps {
  view: View
  /** Tables of the page; scripts read the first one. */
  tables: readonly PageTable[]
}

/** Shows the tables of a page as files and as addresses for scripts, in a closed section; nothing to readers without the API. */
export function ExportTables({ view, tables }: ExportTablesProps) {
  const t = translatorFor(view.locale)
  const [first] = tables
  if (first === undefined || !mayOpen(tableAddress(first, 'csv'))) return null
  return (
    <details className="print:hidden mt-14 text-note">
      <summary className="link tap w-fit">{t('takeaway.scripts')}</summary>
      <SentOnce as="div">
        <RuledTable className="opened-table">
          <tbody>
            {tables.map((table) => (
              <tr key={table.name}>
                <th scope="row">{t(`takeaway.tables.${table.name}`)}</th>
                {(['csv', 'xlsx'] as const).map((format) => (
                  <td key={format}>
                    <a href={fileAddress(table, view, format)} className="link" download>
                      {format.toUpperCase()}
                      <span className="sr-only"> {t(`takeaway.tables.${table.name}`)}</span>
                    </a>
                  </td>
                ))}
                <td>
                  <a href={tableAddress(table, 'json')} className="link">
                    JSON<span className="sr-only"> {t(`takeaway.tables.${table.name}`)}</span>
                  </a>
                </td>
              </tr>
            ))}
          </tbody>
        </RuledTable>
        <p className="mt-3 max-w-[44em] text-ink-2">
          {t('takeaway.scriptsNote')}{' '}
          <a href="/api/v1/openapi.json" className="prose-link">
            OpenAPI
          </a>
        </p>
        <ScriptLines
          address={tableAddress(first, 'csv')}
          hasDates={first.name === 'daily'}
          words={{ copy: t('takeaway.copyLine'), copied: t('takeaway.copied'), notCopied: t('takeaway.notCopied') }}
        />
      </SentOnce>
    </details>
  )
}
