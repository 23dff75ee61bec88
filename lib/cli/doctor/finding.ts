/** What one check of `npm run doctor` found. */
export interface Finding {
  /** A warning does not keep the product from working; a fault does. */
  level: 'fine' | 'warning' | 'fault'
  /** A sentence; for a warning or fault with what to do. */
  text: string
}

export const fine = (text: string): Finding => ({ level: 'fine', text })
export const warning = (text: string): Finding => ({ level: 'warning', text })
export const fault = (text: string): Finding => ({ level: 'fault', text })
