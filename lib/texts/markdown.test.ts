import { describe, expect, it } from 'vitest'
import { type DeskTexts, NO_TEXTS } from './desk-texts'
import { parseMarkdown } from './markdown'
import { readTexts } from './read-texts'

describe('the subset', () => {
  it('has paragraphs, breaks, emphasis, links, lists and quotes; marks stay whole', () => {
    const source = 'A *b* **c** {x_y.longShort.week|size}\nand [d](https://e.example/?q=1&r)  \nf\n\n- g\n  1. h\n\n> i'
    expect(parseMarkdown(source)).toEqual({
      problems: [],
      blocks: [
        {
          kind: 'paragraph',
          parts: [
            { kind: 'text', text: 'A ' },
            { kind: 'emphasis', parts: [{ kind: 'text', text: 'b' }] },
            { kind: 'text', text: ' ' },
            { kind: 'strong', parts: [{ kind: 'text', text: 'c' }] },
            { kind: 'text', text: ' ' },
            { kind: 'mark', mark: 'x_y.longShort.week|size' },
            { kind: 'text', text: ' and ' },
            { kind: 'link', url: 'https://e.example/?q=1&r', parts: [{ kind: 'text', text: 'd' }] },
            { kind: 'break' },
            { kind: 'text', text: 'f' },
          ],
        },
        {
          kind: 'list',
          start: null,
          items: [
            [
              { kind: 'paragraph', parts: [{ kind: 'text', text: 'g' }] },
              { kind: 'list', start: 1, items: [[{ kind: 'paragraph', parts: [{ kind: 'text', text: 'h' }] }]] },
            ],
          ],
        },
        { kind: 'quote', blocks: [{ kind: 'paragraph', parts: [{ kind: 'text', text: 'i' }] }] },
      ],
    })
  })

  it('joins lines of Han characters without a space', () => {
    expect(parseMarkdown('市场上涨，\n因子分化').blocks).toEqual([
      { kind: 'paragraph', parts: [{ kind: 'text', text: '市场上涨，因子分化' }] },
    ])
  })

  it.each([
    ['heading', '# a'],
    ['heading', 'a\n==='],
    ['html', '<script>alert(1)</script>'],
    ['html', 'a <img src=x onerror=alert(1)>'],
    ['html', '<!-- a -->'],
    ['html', 'a &#xE000;0&#57345;'],
    ['image', '![a](https://b.example/c.png)'],
    ['code', '`a`'],
    ['code', '```\na\n```'],
    ['code', '    a'],
    ['table', '| a | b |\n| --- | --- |\n| c | d |'],
    ['footnote', 'a[^1]'],
    ['rule', '***'],
    ['reference', '[a]\n\n[a]: https://b.example'],
    ['link-address', '[a](javascript:alert(1))'],
    ['link-address', '[a](JaVaScRiPt:alert(1))'],
    ['link-address', '[a](java&#10;script:alert(1))'],
    ['link-address', '[a](data:text/html;base64,PHNjcmlwdD4=)'],
    ['link-address', '[a](http://b.example)'],
    ['link-address', '[a](//b.example)'],
    ['link-address', '[a](/admin)'],
    ['link-address', '[a](https://user:password@b.example)'],
    ['link-address', '[a](https://b.example/{skewness.longShort.week})'],
    ['link-address', '<ftp://b.example>'],
    ['link-title', '[a](https://b.example "c")'],
    ['depth', '> > > > > a'],
    ['depth', '- - - - - a'],
  ])('refuses with its line: %s, %j', (rule, text) => {
    const { problems } = parseMarkdown(`Before.\n\n${text}`)
    expect(problems.map((problem) => problem.rule)).toContain(rule)
    expect(problems[0]?.line).toBeGreaterThan(2)
  })

  it('takes no long time for texts that are made to', () => {
    const started = performance.now()
    for (const piece of ['*a **b ', '[', '![[]()', '- a\n', '`a``', '<', '> '.repeat(50)]) {
      const commentary = piece.repeat(20_000 / piece.length)
      const { zh, en } = NO_TEXTS.languages
      readTexts({ ...NO_TEXTS, languages: { zh, en: { ...en, commentary } } } satisfies DeskTexts)
    }
    expect(performance.now() - started).toBeLessThan(15_000)
  })
})

describe('the form of texts', () => {
  const { zh, en } = NO_TEXTS.languages
  const problemsOf = (own: object, others: object = {}) => {
    const read = readTexts({ ...NO_TEXTS, ...others, languages: { zh, en: { ...en, ...own } } })
    return 'problems' in read ? read.problems.map(({ path }) => path.at(-1)) : []
  }

  it('keeps texts as they are, with line ends of one kind', () => {
    expect(readTexts(NO_TEXTS)).toEqual({ texts: NO_TEXTS })
    const read = readTexts({
      ...NO_TEXTS,
      languages: { zh, en: { ...en, commentary: 'a\r\nb', sectionCommentary: { x: ' ' } } },
    })
    expect(read).toMatchObject({ texts: { languages: { en: { commentary: 'a\nb', sectionCommentary: {} } } } })
  })

  it.each([
    ['title', { title: ' ' }],
    ['headline', { headline: 'a\u0007' }],
    ['headline', { headline: 'a\uE0000\uE001' }],
    ['commentary', { commentary: 'a'.repeat(20_001) }],
    ['commentary', { commentary: '\n'.repeat(1_000) }],
    ['url', { related: [{ title: 'a', url: 'javascript:alert(1)', date: null }] }],
    ['date', { related: [{ title: 'a', url: null, date: '2024-02-30' }] }],
  ])('refuses a wrong %s', (field, own) => {
    expect(problemsOf(own)).toContain(field)
  })

  it('refuses unknown fields and sections, and a section that is named twice', () => {
    expect(problemsOf({ extra: 1 })).toHaveLength(1)
    expect(problemsOf({}, { sectionOrder: ['a', 'a'] })).toEqual(['sectionOrder'])
    expect(problemsOf({}, { hiddenSections: [':tables'] })).toEqual([0])
  })
})
