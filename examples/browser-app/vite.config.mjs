// The service answers pages of its own origin only: the page asks Vite, and Vite the service.
const proxy = { '/graphql': process.env.ONRECORD_URL ?? 'http://127.0.0.1:4000' }
export default { server: { proxy }, preview: { proxy } }
