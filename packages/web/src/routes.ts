import { aboutPage } from './pages/about-page.js'
import { articlePage } from './pages/article-page.js'
import { checkPage } from './pages/check-page.js'
import { embedPage } from './pages/embed-page.js'
import { homePage } from './pages/home-page.js'
import { articlesPage, documentsPage, eventsPage, sitesPage, speakersPage } from './pages/list-pages.js'
import type { PageRequest, PageResult } from './pages/page.js'
import { searchPage } from './pages/search-page.js'
import { speakerPage } from './pages/speaker-page.js'
import { statementPage } from './pages/statement-page.js'
import { documentPage, eventPage, sitePage, topicPage } from './pages/subject-pages.js'
import { topicsPage } from './pages/topics-page.js'

/** The pages by their paths. A handle is what people read of an object, and its id: "anil-rao-01jx…". */
export const ROUTES: Readonly<Record<string, (request: PageRequest, handle: string) => Promise<PageResult>>> =
  {
    '/': homePage,
    '/search': searchPage,
    '/check': checkPage,
    '/about': aboutPage,
    '/articles': articlesPage,
    '/speakers': speakersPage,
    '/topics': topicsPage,
    '/sites': sitesPage,
    '/events': eventsPage,
    '/documents': documentsPage,
    '/statements/:handle': statementPage,
    '/articles/:handle': articlePage,
    '/speakers/:handle': speakerPage,
    '/topics/:handle': topicPage,
    '/sites/:handle': sitePage,
    '/events/:handle': eventPage,
    '/documents/:handle': documentPage,
    '/embed/statements/:handle': embedPage,
  }
