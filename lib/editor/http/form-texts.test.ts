import { expect, it } from 'vitest'
import type { EditorModel } from '@/lib/editor/model/editor-model'
import { NO_TEXTS } from '@/lib/texts/desk-texts'
import { formTexts } from './form-texts'

const DRAFTED: Pick<EditorModel, 'drafted' | 'sections'> = {
  drafted: {
    zh: {
      title: '周报',
      authors: ['王'],
      headline: '涨',
      keyPoints: [{ label: '规模', text: '{a.longShort.week}' }],
      related: [],
    },
    en: {
      title: '',
      authors: [],
      headline: 'Up',
      keyPoints: [],
      related: [{ title: 'May', url: null, date: '2024-05-31' }],
    },
  },
  sections: ['a', 'b', 'c', ':risk'].map((id, index) => ({ id, number: index + 1, titles: { zh: id, en: id } })),
}

/** Returns the form as a browser sends it when nobody has changed a field. */
function untouched(): FormData {
  const form = new FormData()
  for (const locale of ['zh', 'en'] as const) {
    const { title, authors, headline, keyPoints, related } = DRAFTED.drafted[locale]
    const fields = [
      ...[
        ['title', title],
        ['authors', authors.join('\r\n')],
        ['headline', headline],
        ['commentary', ''],
        ['disclosures', ''],
      ],
      ...[...keyPoints, { label: '', text: '' }].flatMap(({ label, text }) => [
        ['point.label', label],
        ['point.text', text],
      ]),
      ...[...related, { title: '', url: null, date: null }].flatMap((report) => [
        ['related.title', report.title],
        ['related.url', report.url ?? ''],
        ['related.date', report.date ?? ''],
      ]),
      ...DRAFTED.sections.map(({ id }) => [`section.${id}`, '']),
    ]
    for (const [name, value] of fields) form.append(`${locale}.${name}`, value ?? '')
  }
  for (const [index, { id }] of DRAFTED.sections.entries()) {
    form.append('section', id)
    form.append('place', String(index + 1))
    form.append('shown', id)
  }
  return form
}

it('is as drafted when nothing was changed', () => expect(formTexts(untouched(), DRAFTED)).toEqual(NO_TEXTS))

it('has what was changed, with the line ends of the store', () => {
  const form = untouched()
  form.set('en.headline', 'Down')
  form.set('zh.authors', '王\r\n\r\n李 ')
  form.set('zh.commentary', '一\r\n\r\n二')
  form.set('en.section.:risk', 'Beware.')
  form.delete('en.related.title')
  for (const title of ['May', 'April']) form.append('en.related.title', title)
  const { languages } = formTexts(form, DRAFTED)
  expect(languages.zh).toEqual({ ...NO_TEXTS.languages.zh, authors: ['王', '李'], commentary: '一\n\n二' })
  expect(languages.en).toMatchObject({ headline: 'Down', sectionCommentary: { ':risk': 'Beware.' } })
  expect(languages.en.related?.map(({ title, date }) => [title, date])).toEqual([
    ['May', '2024-05-31'],
    ['April', null],
  ])
})

it.each([
  [['1', '2', '3', '4'], []],
  [
    ['1', '2', '2', '4'],
    ['a', 'c', 'b', ':risk'],
  ],
  [
    ['3', '2', '3', '4'],
    ['b', 'c', 'a', ':risk'],
  ],
  [
    ['4', '3', '2', '1'],
    [':risk', 'c', 'b', 'a'],
  ],
  [['', 'x', '3', '4'], []],
])('orders the sections numbered %j as %j', (places, order) => {
  const form = untouched()
  form.delete('place')
  for (const place of places) form.append('place', place)
  form.delete('shown')
  for (const id of ['a', 'b']) form.append('shown', id)
  expect(formTexts(form, DRAFTED)).toMatchObject({ sectionOrder: order, hiddenSections: ['c', ':risk'] })
})
