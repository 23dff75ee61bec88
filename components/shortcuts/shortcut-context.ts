import type { Dispatch, ReactNode, SetStateAction } from 'react'

/** What a shortcut needs of its page. */
export interface ShortcutContext {
  /** Address of the search index. */
  index: string
  /** Address of "/" in the view of the page. */
  home: string
  /** Shows a window over the page; null takes it away. */
  show: Dispatch<SetStateAction<ReactNode>>
  /** Shows the tray at its foot. */
  showTray: (tray: ReactNode) => void
}
