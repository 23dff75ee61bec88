import type { Dispatch, ReactNode, SetStateAction } from 'react'

/** Where a hand reached: the page at hand. */
export interface Place {
  /** Address of the palette's index. */
  index: string
  /** Address of "/" in the view of the page. */
  home: string
  /** Shows a window over the page; null takes it away. */
  show: Dispatch<SetStateAction<ReactNode>>
  /** Shows the tray at its foot. */
  showTray: (tray: ReactNode) => void
}
