import { settle } from "./address.js";

const DEMO_TOKEN = "toso.demo.token";
const HASH = "toso.hash";
const FRESH_FOR_SECONDS = 30;

/** Who is signed in: by the demo's own tokens, or at an OpenID Connect issuer by authorization code and PKCE. */
export class Session {
  #config;
  #keycloak = null;

  constructor(config) {
    this.#config = config;
  }

  get isDemo() {
    return this.#config.demo;
  }

  /** Whether somebody is signed in; away from the demo the browser may leave for the issuer and come back. */
  async begin() {
    if (this.isDemo) return sessionStorage.getItem(DEMO_TOKEN) !== null;
    await script("/dashboard/lib/keycloak.js");
    this.#keycloak = new globalThis.Keycloak({ oidcProvider: this.#config.issuer, clientId: this.#config.clientId });
    const back = /[?&](code|error)=/.test(location.search);
    if (!back) sessionStorage.setItem(HASH, location.hash);
    const signedIn = await this.#keycloak.init({
      pkceMethod: "S256",
      flow: "standard",
      responseMode: "query",
      checkLoginIframe: false,
      redirectUri: `${location.origin}/`,
    }).catch((refused) => console.info("not signed in", refused));
    history.replaceState(null, "", `/${sessionStorage.getItem(HASH) ?? ""}`);
    if (!signedIn && !back) await this.#keycloak.login();
    return signedIn === true;
  }

  /** The token for the next request. */
  async token() {
    if (this.isDemo) return sessionStorage.getItem(DEMO_TOKEN);
    // Not every issuer gives refresh tokens; then the server's 401 leads to a new sign-in.
    if (this.#keycloak.refreshToken) await this.#keycloak.updateToken(FRESH_FOR_SECONDS).catch(() => this.renew());
    return this.#keycloak.token;
  }

  /** Lets somebody of the demo in. */
  async enterAs(handle) {
    const answer = await fetch("/demo/token", {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ member: handle }),
    });
    if (!answer.ok) throw new Error(`${answer.status}`);
    sessionStorage.setItem(DEMO_TOKEN, (await answer.json()).access_token);
  }

  /** At the issuer: signs in anew, which needs no password while its own session lasts. */
  async renew() {
    if (this.isDemo) return this.leave();
    sessionStorage.setItem(HASH, location.hash);
    return this.#keycloak.login();
  }

  async leave() {
    sessionStorage.removeItem(DEMO_TOKEN);
    settle({ area: null, month: null });
    if (this.isDemo) location.reload();
    else await this.#keycloak.logout({ redirectUri: `${location.origin}/` });
  }
}

function script(address) {
  return new Promise((resolve, reject) => {
    const tag = document.createElement("script");
    tag.src = address;
    tag.onload = resolve;
    tag.onerror = () => reject(new Error(address));
    document.head.append(tag);
  });
}

export { script };
