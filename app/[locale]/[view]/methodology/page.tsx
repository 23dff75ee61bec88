import type { Metadata } from 'next'
import { PageFrame } from '@/components/layout/page-frame'
import { SERIES_DEFINITIONS } from '@/components/series/definitions'
import { Formula } from '@/components/text/formula'
import { To } from '@/components/text/to'
import { pageView } from '@/lib/address/page-view'
import { workedExample } from '@/lib/analysis/worked-example'
import { formatPercentInText, formatRatio } from '@/lib/base/format'
import { wasDemoLoaded } from '@/lib/db/queries/versions/was-demo-loaded'
import { type Translator, translatorFor } from '@/lib/messages/translate'

interface MethodologyPageProps {
  params: Promise<{ locale: string; view: string }>
}

/** The definitions, each after those that it uses; TeX for formulas, with `@name` for a word. */
const DEFINITIONS = [
  { name: 'legs', tex: null },
  { name: 'periodReturn', tex: String.raw`R = \prod_{t} (1 + r_t) - 1` },
  {
    name: 'longShort',
    tex: String.raw`D_{\text{@arithmetic}} = a - b \qquad D_{\text{@geometric}} = \frac{1 + a}{1 + b} - 1`,
  },
  {
    name: 'relativeStrength',
    tex: String.raw`S_T = \prod_{t \le T} \frac{1 + r^{\text{@long}}_t}{1 + r^{\text{@short}}_t}, \quad S_0 = 1`,
  },
  {
    name: 'cumulativeExcess',
    tex: String.raw`E_T = \prod_{t \le T} \frac{1 + r^{\text{@portfolio}}_t}{1 + r^{\text{@benchmark}}_t} - 1`,
  },
  {
    name: 'twoKinds',
    tex: String.raw`d_t = \frac{1 + r^{\text{@long}}_t}{1 + r^{\text{@short}}_t} - 1, \quad S_T = \prod_{t \le T} (1 + d_t) = \frac{1 + a}{1 + b}`,
  },
  { name: 'worked', tex: null },
  { name: 'winRate', tex: String.raw`k = \#\{\, i \le n : x_i > 0 \,\}` },
  {
    name: 'percentile',
    tex: String.raw`p = \frac{\#\{ x_i < x \} + \tfrac{1}{2}\, \#\{ x_i = x \}}{n}`,
  },
  { name: 'zScore', tex: String.raw`z = \frac{x - \bar{x}}{s}, \quad s^2 = \frac{1}{n - 1} \sum_i (x_i - \bar{x})^2` },
  { name: 'streak', tex: null },
  { name: 'drawdown', tex: String.raw`d_T = \frac{S_T}{\max_{t \le T} S_t} - 1` },
  { name: 'longerWindows', tex: null },
  { name: 'keyPoints', tex: String.raw`\text{@rarity} = -\ln p` },
  { name: 'market', tex: null },
  {
    name: 'similarWeeks',
    tex: String.raw`\delta = \sqrt{\frac{1}{n} \sum_{i=1}^{n} (z_i - z'_i)^2}`,
  },
  { name: 'issues', tex: null },
  { name: 'dataCheck', tex: null },
  { name: 'many', tex: null },
  { name: 'missing', tex: null },
  { name: 'life', tex: null },
  { name: 'rounding', tex: null },
  { name: 'calendar', tex: null },
  { name: 'version', tex: null },
] as const

export async function generateMetadata({ params }: MethodologyPageProps): Promise<Metadata> {
  return { title: translatorFor((await pageView(params)).locale)('methodology.title') }
}

/** Shows the definition and formula of every number. */
export default async function MethodologyPage({ params }: MethodologyPageProps) {
  const view = await pageView(params)
  const t = translatorFor(view.locale)
  const isDemo = await wasDemoLoaded({ version: view.version })
  return (
    <PageFrame view={view} path="/methodology" current="methodology" isDemo={isDemo}>
      <header className="pt-5 mid:pt-7">
        <h1 className="text-[23px]/8 mid:text-head">{t('methodology.title')}</h1>
        <p className="mt-2 max-w-[44em] text-body text-ink-2">
          {t('methodology.intro')}
          {view.locale !== 'zh' && ' '}
          {t('methodology.symbols')}
        </p>
        {view.version === 0 && (
          <p className="mt-2 text-body text-ink-2">
            {t('start.missing-methodology')}{' '}
            <To path="/" view={view} className="prose-link">
              {t('start.toStart')}
            </To>
          </p>
        )}
      </header>
      <div className="mt-6 max-w-[1048px]">
        {DEFINITIONS.map(({ name, tex }) => (
          <Definition
            key={name}
            id={name}
            title={t(`methodology.${name}`)}
            text={name === 'worked' ? workedText(t) : t(`methodology.${name}Text`)}
            tex={tex === null ? null : withWords(tex, t)}
          />
        ))}
        {SERIES_DEFINITIONS.map(({ name, tex }) => (
          <Definition key={name} id={name} title={t(`series.${name}`)} text={t(`series.${name}Text`)} tex={tex} />
        ))}
      </div>
      <p className="max-w-[72em] border-line border-t pt-4 text-ink-2 text-note">
        {t('methodology.sources')}
        {view.locale !== 'zh' && ' '}
        {t('series.sources')}
      </p>
    </PageFrame>
  )
}

interface DefinitionProps {
  id: string
  title: string
  text: string
  tex: string | null
}

function Definition({ id, title, text, tex }: DefinitionProps) {
  return (
    <section
      id={id}
      className="grid gap-x-14 gap-y-1 border-line border-t py-4 first:border-t-2 first:border-rule mid:grid-cols-[176px_minmax(0,1fr)]"
    >
      <h2 className="text-body">{title}</h2>
      <div className="min-w-0">
        <p className="max-w-[44em] text-pretty text-body">{text}</p>
        {tex !== null && <Formula tex={tex} isBlock />}
      </div>
    </section>
  )
}

/** Returns the worked example, whose figures the functions of the product compute. */
function workedText(t: Translator): string {
  const { net, longLine, shortLine, days, ...returns } = workedExample()
  const percents = Object.fromEntries(
    Object.entries(returns).map(([name, value]) => [name, formatPercentInText(value)]),
  )
  const ratios = { net: formatRatio(net), longLine: formatRatio(longLine), shortLine: formatRatio(shortLine) }
  return t('methodology.workedText', { ...percents, ...ratios, days })
}

/** Replaces `@name` in a formula by the word in the page's language. */
function withWords(tex: string, t: Translator): string {
  const words: Record<string, string> = {
    arithmetic: t('week.arithmetic'),
    geometric: t('week.geometric'),
    long: t('figures.long'),
    short: t('figures.short'),
    portfolio: t('figures.portfolio'),
    benchmark: t('figures.benchmark'),
    rarity: t('methodology.rarity'),
  }
  return tex.replace(/@(\w+)/g, (mark, name: string) => words[name] ?? mark)
}
