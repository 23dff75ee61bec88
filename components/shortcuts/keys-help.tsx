import type { SearchIndex } from '@/lib/search/search-index'
import { ModalDialog } from './modal-dialog'

/** Lists every key of the product. */
export function KeysHelp({ index: { words, keys }, onClose }: { index: SearchIndex; onClose: () => void }) {
  return (
    <ModalDialog
      label={words.help}
      className="w-[min(480px,calc(100vw-32px))] overflow-y-auto px-5 pt-4 pb-5"
      onClose={onClose}
    >
      <form method="dialog" className="flex items-baseline justify-between border-rule border-b-2 pb-2">
        <h2 className="text-body">{words.help}</h2>
        <button type="submit" className="link tap">
          {words.close}
        </button>
      </form>
      <dl>
        {keys.map(({ keys: names, does }) => (
          <div key={does} className="grid grid-cols-[96px_1fr] gap-4 border-grid border-b py-1.5">
            <dt className="flex gap-2">
              {names.map((name) => (
                <kbd key={name} className="[font:inherit] whitespace-nowrap text-ink">
                  {name}
                </kbd>
              ))}
            </dt>
            <dd className="text-ink-2">{does}</dd>
          </div>
        ))}
      </dl>
    </ModalDialog>
  )
}
