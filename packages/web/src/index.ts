export { createDesk, type Desk } from './create-desk.js'
export { createPages, type Pages, type PagesOptions } from './create-pages.js'
