// What is around every page: skip link, header, the notice of demonstration data, footer.
import { useQuery } from "@tanstack/react-query";
import { Link, Outlet, useRouterState } from "@tanstack/react-router";
import { useEffect, useRef, type RefObject } from "react";
import { catalogue_query } from "../api/queries";
import { useAccount } from "../api/session";
import { ecosystem_query } from "../api/task_queries";
import { useMessages } from "../messages/messages";
import { shows_ecosystem } from "./ecosystem_pages";
import "./frame.css";
import { HeaderSearch } from "./header_search";
import { LanguageChoice } from "./language_choice";
import { NoticeLink } from "./notice_link";
import { ThemeChoice } from "./theme_choice";

export function Frame() {
  const t = useMessages();
  const path = useRouterState({ select: (state) => state.location.pathname });
  const navigation = useRef<HTMLElement>(null);
  useFocusOnNewPage(path);
  useCurrentPageInSight(navigation, path);

  return (
    <>
      <a className="skip-link" href="#content">
        {t.frame.skip}
      </a>
      <header className="frame-header">
        <div className="frame-width frame-header-row">
          <Link to="/" search={{}} className="brand" aria-label={t.frame.brand_home}>
            <BrandMark />
            <span className="brand-name">Tributary</span>
          </Link>
          {path !== "/" && <HeaderSearch />}
          <nav ref={navigation} aria-label={t.frame.navigation} className="frame-nav">
            <Link to="/" search={{}} activeOptions={{ exact: true, includeSearch: false }}>
              {t.frame.projects}
            </Link>
            <Link to="/partners" search={{}} activeOptions={{ includeSearch: false }}>
              {t.partners.navigation}
            </Link>
            <Link to="/consortium" search={{}} activeOptions={{ includeSearch: false }}>
              {t.consortium.navigation}
            </Link>
            <Link to="/hubs">{t.hubs.heading}</Link>
            <Link to="/innovations">{t.innovation.heading}</Link>
            <Link to="/scouting" search={{}} activeOptions={{ includeSearch: false }}>
              {t.scouting.heading}
            </Link>
            <Link to="/framework">{t.frame.framework}</Link>
            <Link to="/applications">{t.application.navigation}</Link>
            <Link to="/aims">{t.aims.navigation}</Link>
            <Link to="/coverage">{t.frame.coverage}</Link>
          </nav>
          <div className="frame-choices">
            <AccountLink path={path} />
            <LanguageChoice />
            <ThemeChoice />
          </div>
        </div>
      </header>
      <DemonstrationNotice path={path} />
      <main id="content" tabIndex={-1} className="frame-width frame-main">
        <Outlet />
      </main>
      <footer className="frame-footer">
        <div className="frame-width frame-footer-row">
          <p>{t.frame.credits}</p>
          <p>
            <Link to="/coverage">{t.frame.credits_more}</Link>
            <span aria-hidden="true"> · </span>
            <a href="/api/v1/openapi.json">{t.frame.api}</a>
          </p>
        </div>
      </footer>
    </>
  );
}

/** The way to sign in, or to one's own tasks and account. */
function AccountLink({ path }: { path: string }) {
  const t = useMessages();
  const account = useAccount();
  if (account) {
    return (
      <>
        <Link to="/tasks" className="account-link">
          {t.tasks.heading}
        </Link>
        <NoticeLink />
        <Link to="/account" className="account-link" title={account.name}>
          {t.account.your_account}
        </Link>
      </>
    );
  }
  return (
    <Link to="/sign-in" state={path.startsWith("/sign-in") ? {} : { from: path }} className="account-link">
      {t.account.sign_in}
    </Link>
  );
}

/** The ecosystem and the catalogue are filled, and labelled, each by itself. */
function DemonstrationNotice({ path }: { path: string }) {
  const t = useMessages();
  const is_of_ecosystem = shows_ecosystem(path);
  const { data: ecosystem } = useQuery({ ...ecosystem_query, enabled: is_of_ecosystem });
  const { data: catalogue } = useQuery(catalogue_query);
  const says_ecosystem = is_of_ecosystem && ecosystem?.demonstration === true;
  if (!says_ecosystem && !catalogue?.demonstration) return null;
  return (
    <aside className="demonstration" aria-label={t.frame.demonstration}>
      <p className="frame-width">
        <strong>{t.frame.demonstration}.</strong>{" "}
        {says_ecosystem ? t.frame.demonstration_ecosystem_why : t.frame.demonstration_why}
      </p>
    </aside>
  );
}

/** After going to another page (not within one) the keyboard starts at its content, and a screen reader reads it. */
function useFocusOnNewPage(path: string) {
  const last = useRef(path);
  useEffect(() => {
    if (last.current === path) return;
    last.current = path;
    document.getElementById("content")?.focus({ preventScroll: true });
  }, [path]);
}

/** Where the navigation is one row to be pushed along, the link of this page stands in it. */
function useCurrentPageInSight(navigation: RefObject<HTMLElement | null>, path: string) {
  useEffect(() => {
    const row = navigation.current;
    const current = row?.querySelector<HTMLElement>('[aria-current="page"]');
    if (row && current) row.scrollLeft = current.offsetLeft - row.offsetLeft;
  }, [navigation, path]);
}

function BrandMark() {
  return (
    <svg viewBox="0 0 24 24" width="24" height="24" aria-hidden="true" className="brand-mark">
      <path d="M3 4c5 0 7 3 8 7 .6 3 .8 6 .8 10M21 4c-5 0-7 3.500-8 8" />
    </svg>
  );
}
