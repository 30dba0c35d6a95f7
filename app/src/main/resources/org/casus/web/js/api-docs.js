// Shows the description of the API. The token that the dashboard keeps for this tab, if any, goes along.
const token = (() => {
  try {
    return sessionStorage.getItem("casus.token");
  } catch {
    return null;
  }
})();

window.SwaggerUIBundle({
  url: "/api/openapi.json",
  dom_id: "#api",
  deepLinking: true,
  validatorUrl: null,
  requestInterceptor: (request) => {
    if (token && !request.headers.Authorization) request.headers.Authorization = `Bearer ${token}`;
    return request;
  },
});
