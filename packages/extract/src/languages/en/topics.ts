import { topicEntries } from '../topic-entries.js'

/**
 * The built-in topic list: some seventy topics of general news, in a tree. See `topic-entries.ts` for the columns.
 */
export const TOPICS = topicEntries(`
politics | Politics | | party politics
elections | Elections | politics | election, vote, votes, voters, ballot, ballots, polling station, primary election, turnout, referendum
voting-rights | Voting rights | elections | voter rolls, voter registration, voter suppression, gerrymandering
campaign-finance | Campaign finance | elections | super pac, super pacs, campaign donations, fundraising, political donors
opinion-polls | Opinion polls | elections | poll, polls, opinion poll, opinion polls, pollster
parliament | Parliament and legislation | politics | legislation, lawmakers, legislature, bill in congress, filibuster
government | Government and administration | politics | federal government, cabinet, civil service, civil servants, public administration
corruption | Corruption | politics | bribery, bribe, bribes, kickbacks, embezzlement
constitution | Constitution | politics | constitutional amendment, bill of rights, impeachment
economy | Economy | | economic, economic growth, recession, gross domestic product, gdp
taxation | Taxation | economy | tax, taxes, tax cut, tax cuts, tax plan, tax return, tax returns, tax code, income tax, corporate tax, levy, levies, taxpayer, taxpayers
trade | Trade | economy | trade deal, trade deals, tariff, tariffs, free trade, exports, imports, trade war
employment | Employment | economy | jobs, unemployment, jobless, minimum wage, wages, workers
labour-unions | Labour unions | employment | union members, labor union, labour union, trade union, collective bargaining, strike action, unions, on strike, ferry strike, general strike, strikers, walkout, walked out, picket line
inflation | Inflation and prices | economy | interest rate, interest rates, cost of living, consumer prices
banking | Banking and finance | economy | banks, wall street, stock market, bankers, hedge fund, hedge funds, federal reserve
public-debt | Budget and public debt | economy | budget, budgets, deficit, national debt, public spending, government spending, public finances, finance minister, treasury, austerity
housing | Housing | economy | rent, rents, tenant, tenants, landlord, landlords, mortgage, mortgages, homeless, homelessness, affordable housing
business | Business | economy | companies, corporations, merger, bankruptcy, small business, small businesses
fisheries | Fisheries | agriculture | fishing, fish, fishery, fish stocks, fishers, fishermen, trawlers, herring, lobster, lobsters
agriculture | Agriculture | economy | farmers, farming, crops, harvest, livestock
energy | Energy | economy | electricity, power plant, power plants, power grid
oil-and-gas | Oil and gas | energy | oil, natural gas, petroleum, opec, pipeline, fracking
coal | Coal | energy | coal mining, coal mines, coal miners
renewable-energy | Renewable energy | energy | solar power, wind power, solar, wind farm, wind farms, turbine, turbines, clean energy
nuclear-power | Nuclear power | energy | nuclear plant, nuclear reactor, nuclear facility, nuclear energy
environment | Environment | | pollution, conservation, wildlife, biodiversity, deforestation
climate-change | Climate change | environment | global warming, climate crisis, greenhouse gas, greenhouse gases, carbon emissions, paris agreement, climate
water | Water | environment | drought, drinking water, water supply, flooding, floods
disasters | Natural disasters | environment | earthquake, hurricane, wildfire, wildfires, tsunami, storm surge
foreign-policy | Foreign policy | | diplomacy, diplomatic, foreign minister, foreign ministers, bilateral, ambassador
sanctions | Sanctions | foreign-policy | sanction, economic sanctions, embargo
nuclear-deal | Iran nuclear deal | foreign-policy | jcpoa, nuclear deal, nuclear agreement, joint comprehensive plan of action, resolution 2231
nuclear-weapons | Nuclear weapons | security | nuclear weapon, nuclear test, ballistic missile, ballistic missiles, warhead, warheads, denuclearization, nonproliferation
united-nations | United Nations | foreign-policy | security council, u.n, un general assembly, peacekeepers, unsc
european-union | European Union | foreign-policy | brexit, european commission, eurozone, e.u
nato | NATO | security | north atlantic treaty organization
middle-east | Middle East | foreign-policy | gaza, west bank, syria, yemen, persian gulf
security | Security and defence | | national security, military, army, navy, troops, armed forces, defense spending, defence spending
war | War and conflict | security | ceasefire, invasion, airstrike, airstrikes, civil war, battlefield, wars
terrorism | Terrorism | security | terrorist, terrorists, isis, islamic state, al qaeda, extremists, extremism
intelligence | Intelligence and espionage | security | spies, spying, surveillance, espionage, intelligence agencies
cybersecurity | Cybersecurity | security | hackers, hacking, cyberattack, cyberattacks, malware, ransomware, data breach, cyber security, information security
veterans | Veterans | security | veteran, veterans affairs
crime | Crime | | murder, homicide, robbery, gang, gangs, criminal
policing | Policing | crime | police, police officers, police shooting, police shootings, law enforcement
gun-policy | Gun policy | crime | gun control, firearms, second amendment, gun violence, shootings
drugs | Drugs | crime | opioid, opioids, cocaine, heroin, marijuana, cannabis, drug trafficking
justice | Courts and justice | | lawsuit, lawsuits, supreme court, court ruling, prosecutors, trial, appeals court, jury
prisons | Prisons | justice | prison, prisoners, mass incarceration, inmates, jail
human-rights | Human rights | | civil liberties, torture, political prisoners, press freedom, free speech
privacy | Privacy and data protection | human-rights | privacy, personal data, data protection, data privacy
race | Race and racism | human-rights | racism, racist, racial, segregation, white supremacy, civil rights
gender-equality | Gender equality | human-rights | sexism, sexist, equal pay, women's rights, sexual assault, sexual harassment
lgbt-rights | LGBT rights | human-rights | same-sex marriage, gay rights, transgender, lgbt, lgbtq
religion | Religion | | church, mosque, muslims, christians, islam, catholic
immigration | Immigration | | immigrants, immigrant, migrants, deportation, asylum, border wall, undocumented, visa, visas
refugees | Refugees | immigration | refugee, refugee camp, resettlement
health | Health | | hospital, hospitals, doctor, doctors, patients, disease, public health, medical
health-insurance | Health insurance | health | obamacare, affordable care act, medicare, medicaid, health care, healthcare
abortion | Abortion | health | roe v wade, reproductive rights, planned parenthood, pro-life, pro-choice
pandemic | Pandemics | health | epidemic, covid-19, coronavirus, vaccine, vaccines, vaccination
education | Education | | school, schools, teacher, teachers, pupil, pupils, students, curriculum, charter school, charter schools, classroom
higher-education | Higher education | education | university tuition, student debt, student loans, campus
science | Science | | scientists, researchers, physics, laboratory
space | Space | science | nasa, spacecraft, satellite, satellites, astronauts
technology | Technology | | artificial intelligence, software, silicon valley, internet, algorithm, algorithms
social-media | Social media | technology | twitter, facebook, instagram, tweet, tweets
media | News media | | journalists, journalism, newspapers, press freedom, fake news, broadcasters
transport | Transport | | ferry, ferries, ferry service, shipping line, railway, airport, airlines, highway, public transport, passengers, aviation, harbour, harbor
sports | Sports | | football, olympics, world cup, championship, athletes
culture | Arts and culture | | museum, film, films, theatre, theater, novel, music, artists
`)
