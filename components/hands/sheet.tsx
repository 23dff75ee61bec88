import { type ReactNode, useEffect, useRef } from 'react'

interface SheetProps {
  label: string
  className: string
  onClose: () => void
  children: ReactNode
}

/** A window over the page. Escape or a press beside it closes it, and the focus goes back to where it was. */
export function Sheet({ label, className, onClose, children }: SheetProps) {
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    if (dialog.current?.open === false) dialog.current.showModal()
  }, [])
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape closes a dialog by itself.
    <dialog
      ref={dialog}
      aria-label={label}
      className={`sheet ${className}`}
      onClose={onClose}
      onClick={({ target }) => {
        if (target === dialog.current) dialog.current?.close()
      }}
    >
      {children}
    </dialog>
  )
}
