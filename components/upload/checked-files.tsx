import type { View } from '@/lib/address/view'
import { translatorFor } from '@/lib/messages/translate'
import type { Catalogue } from '@/lib/report/model/inputs'
import type { ShownUpload } from '@/lib/upload/get-load-page'
import type { NextStep } from '@/lib/upload/next-step'
import { To } from '../text/to'
import { ColumnNames } from './column-names'
import { FaultTable } from './fault-table'
import { FileFacts } from './file-facts'
import { FileSettings } from './file-settings'
import { Findings } from './findings'
import { formAddress, SubmitButton, sendingWords } from './form-parts'
import { LoadChanges } from './load-changes'
import { SendingForm } from './sending-form'
import { WarningList } from './warning-list'

interface CheckedFilesProps {
  shown: ShownUpload
  step: NextStep
  bytesMax: number
  catalogue: Catalogue
  view: View
}

/** Shows what a check found in files, and what can be done next with them. */
export function CheckedFiles({ shown, step, bytesMax, catalogue, view }: CheckedFilesProps) {
  const t = translatorFor(view.locale)
  const { record, files } = shown
  const { outcomes } = record.result
  const changes = record.result.state === 'checked' ? record.result.changes : null
  const action = formAddress(`/${record.id}`, view)
  const areSettled = step === 'load' || step === 'nothing'
  return (
    <div data-load={step}>
      <h2 className="mt-6 text-section">{t(`load.state-${step}`)}</h2>
      <FileFacts files={files} view={view} />
      <FaultTable outcomes={outcomes} view={view} />
      {changes !== null && step !== 'nothing' && <LoadChanges changes={changes} catalogue={catalogue} view={view} />}
      <SendingForm action={action} bytesMax={bytesMax} words={sendingWords('loading', bytesMax, view)}>
        <Findings outcomes={outcomes} view={view} />
        <WarningList outcomes={outcomes} view={view} />
        <p className="mt-5 flex flex-wrap items-center gap-x-6 gap-y-2">
          {(step === 'load' || step === 'accept') && (
            <SubmitButton what="load" isMain>
              {t('load.load')}
            </SubmitButton>
          )}
          <SubmitButton what="forget">{t('load.forget')}</SubmitButton>
          <To path="/data/load" view={view} className="prose-link py-2 text-body">
            {t('load.others')}
          </To>
        </p>
      </SendingForm>
      <details open={!areSettled && shown.columns.length > 0} className="mt-6 border-line border-t pt-2">
        <summary className="w-fit py-3 text-accent">{t('load.again')}</summary>
        <SendingForm action={action} bytesMax={bytesMax} words={sendingWords('checking', bytesMax, view)}>
          <FileSettings id="again" settings={record.settings} view={view} />
          <ColumnNames columns={shown.columns} meanings={shown.meanings} view={view} />
          <p className="mt-4">
            <SubmitButton what="check" isMain={step === 'correct'}>
              {t('load.checkAgain')}
            </SubmitButton>
          </p>
        </SendingForm>
      </details>
    </div>
  )
}
