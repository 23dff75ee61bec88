import type { FaultRule, FoundFault } from '@/lib/import/outcome/fault'

/** Signals a file that cannot be unpacked or parsed; read-tables turns it into a fault. */
export class ArchiveRefusal extends Error {
  override name = 'ArchiveRefusal'

  constructor(
    readonly rule: FaultRule,
    readonly remedy: string,
  ) {
    super(`${rule}: ${remedy}`)
  }

  get fault(): FoundFault {
    return { rule: this.rule, remedy: this.remedy }
  }
}

export function refuseTruncated(): ArchiveRefusal {
  return new ArchiveRefusal('truncated-archive', 'Copy or export the file again; its end is missing.')
}

export function refuseBroken(): ArchiveRefusal {
  return new ArchiveRefusal('broken-archive', 'Export the file again; its content does not match its directory.')
}

export function refuseBomb(): ArchiveRefusal {
  return new ArchiveRefusal('too-large', 'Split the file: it is too large once unpacked.')
}
