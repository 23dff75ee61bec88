import { type ReactNode, useEffect, useRef } from 'react'

interface ModalDialogProps {
  label: string
  className: string
  onClose: () => void
  children: ReactNode
}

/**
 * Shows a window over the page. Escape or a click beside it closes it; then the focus returns to its previous element.
 */
export function ModalDialog({ label, className, onClose, children }: ModalDialogProps) {
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    const sheet = dialog.current
    if (sheet?.open === false) sheet.showModal()
    const closeBeside = ({ target }: MouseEvent) => {
      if (target === sheet) sheet?.close()
    }
    sheet?.addEventListener('click', closeBeside)
    return () => sheet?.removeEventListener('click', closeBeside)
  }, [])
  return (
    <dialog
      ref={dialog}
      aria-label={label}
      className={`mx-auto mt-2 mb-auto max-h-[min(620px,calc(100dvh-48px))] border border-ink-3 bg-bg text-ink text-sheet backdrop:bg-[color-mix(in_srgb,var(--bg)_72%,transparent)] mid:mt-[min(12vh,96px)] ${className}`}
      onClose={onClose}
    >
      {children}
    </dialog>
  )
}
