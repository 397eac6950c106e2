// Keeps the page's own files, all of one version, so that it opens without a network.
// A new version is fetched beside the old one and takes over when the page is opened next.
// A host may serve the page from several folders: each keeps and clears its own.
const OWN = `tpxl ${registration.scope} `;
const NAME = OWN + "VERSION";
const FILES = ["FILES"];

addEventListener("install", event => {
  const wanted = FILES.map(file => new Request(file, { cache: "no-cache" }));
  event.waitUntil(caches.open(NAME).then(cache => cache.addAll(wanted)));
});

addEventListener("activate", event => {
  const others = names => names.filter(name => name.startsWith(OWN) && name !== NAME);
  const cleared = caches.keys().then(names => Promise.all(others(names).map(name => caches.delete(name))));
  event.waitUntil(cleared.then(() => clients.claim()));
});

// Never under another tab's hands: it may have a file open and would mix the versions.
const takeOver = async () => {
  const tabs = await clients.matchAll({ includeUncontrolled: true });
  if (tabs.filter(tab => tab.url.startsWith(registration.scope)).length <= 1) await skipWaiting();
};
addEventListener("message", event => { if (event.data === "take over") event.waitUntil(takeOver()); });

addEventListener("fetch", event => {
  const kept = caches.open(NAME).then(cache => cache.match(event.request, { ignoreSearch: true }));
  event.respondWith(kept.then(found => found || fetch(event.request)));
});
