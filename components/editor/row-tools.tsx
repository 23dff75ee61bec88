import { useEditor } from './editor-context'
import { fill } from './fill'
import { SmallButton } from './small-button'

interface RowToolsProps {
  /** What the row is called. */
  name: string
  isFirst: boolean
  isLast: boolean
  onMove: (by: 1 | -1) => void
  /** Absent for a row that cannot be removed. */
  onRemove?: () => void
}

/** Shows the buttons of a row: up, down, remove. */
export function RowTools({ name, isFirst, isLast, onMove, onRemove }: RowToolsProps) {
  const { words } = useEditor()
  return (
    <div className="flex gap-x-5">
      <SmallButton onClick={() => onMove(-1)} label={fill(words.moveUp, { name })} disabled={isFirst}>
        {words.up}
      </SmallButton>
      <SmallButton onClick={() => onMove(1)} label={fill(words.moveDown, { name })} disabled={isLast}>
        {words.down}
      </SmallButton>
      {onRemove && (
        <SmallButton onClick={onRemove} label={fill(words.removeNamed, { name })}>
          {words.remove}
        </SmallButton>
      )}
    </div>
  )
}
