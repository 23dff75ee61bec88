import type { Dispatch, ReactNode, SetStateAction } from 'react'

/** Page data and functions that a shortcut needs. */
export interface ShortcutContext {
  /** Address of the search index. */
  index: string
  /** Address of "/" in the view of the page. */
  home: string
  /** Shows a window over the page; null closes it. */
  show: Dispatch<SetStateAction<ReactNode>>
  /** Shows the tray at the foot of the page. */
  showTray: (tray: ReactNode) => void
}
