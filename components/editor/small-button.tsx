import type { ReactNode } from 'react'

interface SmallButtonProps {
  onClick: () => void
  /** What it does to what, for those who do not see where it is. */
  label?: string
  disabled?: boolean
  isPressed?: boolean
  children: ReactNode
}

/** Shows a button in a row of controls; without script it is not there. */
export function SmallButton({ onClick, label, disabled = false, isPressed, children }: SmallButtonProps) {
  return (
    <button
      type="button"
      onClick={onClick}
      aria-label={label}
      aria-expanded={isPressed}
      disabled={disabled}
      className="noscript:hidden whitespace-nowrap py-1 text-accent underline-offset-3 hover:underline disabled:text-ink-3 disabled:no-underline max-mid:min-h-11 max-mid:min-w-11 max-mid:py-2.5"
    >
      {children}
    </button>
  )
}
