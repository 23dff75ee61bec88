import type { View } from '@/lib/address/view'
import { translatorFor } from '@/lib/messages/translate'
import type { Catalogue } from '@/lib/report/model/inputs'
import type { LoadPage } from '@/lib/upload/get-load-page'
import { To } from '../text/to'
import { CheckedFiles } from './checked-files'
import { FileField } from './file-field'
import { FileSettings } from './file-settings'
import { formAddress, megabytes, OtherWays, SubmitButton, sendingWords } from './form-parts'
import { LoadedFiles } from './loaded-files'
import { ProblemNote } from './problem-note'
import { SendingForm } from './sending-form'

interface LoadFilesProps {
  page: LoadPage
  /** Contains the names of the series. */
  catalogue: Catalogue
  view: View
}

/** Shows the steps of a load: files to choose, what a check found in them, or what was loaded. */
export function LoadFiles({ page, catalogue, view }: LoadFilesProps) {
  const t = translatorFor(view.locale)
  const { mayLoad, problem, bytesMax, shown } = page
  return (
    <>
      <header className="pt-5 mid:pt-7">
        <p className="text-ink-2">
          <To path="/data" view={view} className="prose-link">
            {t('data.title')}
          </To>
        </p>
        <h1 className="mt-1 text-[23px]/8 mid:text-head">{t('load.title')}</h1>
        <p className="mt-2 max-w-[44em] text-pretty text-body text-ink-2">{t('load.intro')}</p>
      </header>
      {mayLoad ? (
        <>
          <ProblemNote problem={problem} view={view} />
          {shown === null && <ChooseFiles bytesMax={bytesMax} view={view} />}
          {shown !== null && shown.step === null && <LoadedFiles shown={shown} view={view} />}
          {shown !== null && shown.step !== null && (
            <CheckedFiles shown={shown} step={shown.step} bytesMax={bytesMax} catalogue={catalogue} view={view} />
          )}
        </>
      ) : (
        <section className="mt-6 max-w-[44em] border-line border-y py-8 text-body text-ink-2" data-load="nobody">
          <p>{t('load.nobody')}</p>
          <OtherWays view={view} />
        </section>
      )}
    </>
  )
}

function ChooseFiles({ bytesMax, view }: { bytesMax: number; view: View }) {
  const t = translatorFor(view.locale)
  return (
    <section className="mt-6" data-load="choose">
      <SendingForm action={formAddress('', view)} bytesMax={bytesMax} words={sendingWords('checking', bytesMax, view)}>
        <FileField id="files" label={t('load.files')} drop={t('load.drop')} />
        <p className="mt-2 max-w-[52em] text-ink-2 text-note">
          {t('start.formats')}
          {view.locale !== 'zh' && ' '}
          {t('load.limit', { megabytes: megabytes(bytesMax) })}
        </p>
        <details className="mt-2">
          <summary className="w-fit py-3 text-accent">{t('load.options')}</summary>
          <FileSettings id="choose" settings={{ as: null, unit: null }} view={view} />
        </details>
        <p className="mt-4">
          <SubmitButton isMain>{t('load.check')}</SubmitButton>
        </p>
      </SendingForm>
    </section>
  )
}
