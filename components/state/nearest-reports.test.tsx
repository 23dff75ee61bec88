import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it } from 'vitest'
import { parseView, type View } from '@/lib/address/view'
import { translatorFor } from '@/lib/messages/translate'
import { NearestReports } from './nearest-reports'

const VIEW = parseView('en', 'v3of8.00000000-arithmetic-family-auto-red') as View

it('offers each report and the archive as a link that begins like a sentence, with dates that stay whole', () => {
  const t = translatorFor('en')
  const reports = [
    { path: '/weeks/2024-02-08', text: t('states.seeWeek', { week: 6, asOf: '2024-02-08' }) },
    { path: '/months/2024-02', text: t('issues.see', { name: 'February 2024' }) },
  ]
  const markup = renderToStaticMarkup(<NearestReports reports={reports} view={VIEW} />)
  const links = [...markup.matchAll(/<a [^>]*>(.*?)<\/a>/g)].map(([, link]) => link?.replace(/<[^>]*>/g, ''))
  expect(links).toEqual(['See week 6 (2024-02-08)', 'See February 2024', 'See all weeks'])
  expect(markup.replace(/<a [^>]*>.*?<\/a>/g, '')).not.toMatch(/>[^<]*\S[^<]*</)
  expect(markup).toContain('nowrap">2024-02-08<')
})
