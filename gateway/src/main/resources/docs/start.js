fetch("services.json")
  .then((answer) => answer.json())
  .then((urls) =>
    SwaggerUIBundle({
      urls,
      dom_id: "#swagger-ui",
      deepLinking: true,
      validatorUrl: null,
      presets: [SwaggerUIBundle.presets.apis, SwaggerUIStandalonePreset],
      layout: "StandaloneLayout",
    }),
  );
