import { onrecord } from '@onrecord/codegen'

export default onrecord({ documents: 'src/**/*.{ts,tsx}' })
