import type { TextField } from '@/lib/editor/merge/text-field'
import { useEditor } from './editor-context'
import { fill } from './fill'
import { useLabel } from './use-label'

/** Returns a function that says which field it is: "Headline, English". */
export function useFieldName(): (field: TextField) => string {
  const { model, words } = useEditor()
  const label = useLabel()
  return (field) => {
    if (field.locale === null) return field.name === 'sectionOrder' ? words.sectionOrder : words.hiddenSections
    if (field.name !== 'section') return label(words[field.name === 'title' ? 'issueTitle' : field.name], field.locale)
    const section = model.sections.find(({ id }) => id === field.section)
    const name = section?.titles[model.locale] ?? field.section
    return label(fill(words.sectionCommentaryOf, { name }), field.locale)
  }
}
