import { type Grants, ROLES, type Role } from '@/lib/access/reader'
import type { View } from '@/lib/address/view'
import { translatorFor } from '@/lib/messages/translate'
import { Choice, Field } from './form-parts'

interface RoleFieldsProps {
  /** Distinguishes the fields of several forms. */
  prefix: string
  initial: Role
  grants: Grants
  view: View
}

/** Shows the fields of a role and of what a client may see. */
export function RoleFields({ prefix, initial, grants, view }: RoleFieldsProps) {
  const t = translatorFor(view.locale)
  return (
    <>
      <Choice id={`${prefix}-role`} name="role" label={t('access.role')} initial={initial}>
        {ROLES.map((each) => [each, t(`access.role-${each}`)])}
      </Choice>
      <Field
        id={`${prefix}-markets`}
        name="markets"
        label={t('access.markets')}
        defaultValue={grants.markets.join(', ')}
        autoComplete="off"
      />
      <Field
        id={`${prefix}-series`}
        name="series"
        label={t('access.series')}
        hint={t('access.grantsHint')}
        defaultValue={grants.series.join(', ')}
        autoComplete="off"
      />
    </>
  )
}
