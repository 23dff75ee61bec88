import type { View } from '@/lib/address/view'
import type { EditorModel } from '@/lib/editor/model/editor-model'
import type { EditorNotice } from '@/lib/editor/page/get-editor-model'
import { translatorFor } from '@/lib/messages/translate'
import { PageFrame } from '../layout/page-frame'
import { To } from '../text/to'
import { editorWords } from './editor-words'
import { TextsEditor } from './texts-editor'

interface EditPageProps {
  /** Last trading day of the week. */
  asOf: string
  isDemo: boolean
  /** null when nobody may write in the browser. */
  shown: { model: EditorModel; notice: EditorNotice | null } | null
  view: View
}

/** Shows the page that edits the texts of a week. */
export function EditPage({ asOf, isDemo, shown, view }: EditPageProps) {
  const t = translatorFor(view.locale)
  return (
    <PageFrame view={view} path={`/weeks/${asOf}/edit`} current={null} isDemo={isDemo}>
      <header className="pt-5 mid:pt-7">
        <p className="flex flex-wrap gap-x-6 text-ink-2">
          <To path={`/weeks/${asOf}`} view={view} className="prose-link max-mid:py-3">
            {t('edit.back', { asOf })}
          </To>
          <To path={`/weeks/${asOf}/editions`} view={view} className="prose-link max-mid:py-3">
            {t('publish.link')}
          </To>
        </p>
        <h1 className="mt-1 text-[23px]/8 mid:text-head">{t('edit.title')}</h1>
        <p className="mt-2 max-w-[52em] text-pretty text-body text-ink-2">{t('edit.intro')}</p>
      </header>
      {shown === null ? (
        <section data-edit="nobody" className="mt-6 max-w-[44em] border-line border-y py-8 text-body text-ink-2">
          <p>{t('edit.nobody')}</p>
          <p className="mt-2">{t('edit.nobodyWhy')}</p>
        </section>
      ) : (
        <>
          {shown.notice !== null && (
            <p
              role={shown.notice === 'saved' ? 'status' : 'alert'}
              data-notice={shown.notice}
              className="mt-4 max-w-[52em] border-accent border-l-4 py-1 pl-3 text-body"
            >
              {t(`edit.notice-${shown.notice}`)}
            </p>
          )}
          <TextsEditor model={shown.model} words={editorWords(view.locale)} />
        </>
      )}
    </PageFrame>
  )
}
