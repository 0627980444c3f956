/// What elements and their classes say about the part of a page that they hold.
enum HTMLElements {
  /// Elements that end a paragraph where they begin and end.
  static let blocks: Set<String> = [
    "address", "article", "aside", "blockquote", "body", "br", "dd", "div", "dl", "dt",
    "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6",
    "header", "hr", "html", "li", "main", "nav", "ol", "p", "pre", "section", "table", "tbody",
    "td", "tfoot", "th", "thead", "tr", "ul",
  ]

  /// Elements that hold no running text of an article.
  static let passedOver: Set<String> = [
    "aside", "button", "canvas", "figcaption", "footer", "form", "iframe", "menu", "nav",
    "noscript", "object", "option", "script", "select", "style", "svg", "template", "textarea",
    "title",
  ]

  /// Elements without content, which are never closed.
  static let void: Set<String> = [
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track",
    "wbr",
  ]

  /// Words in class or id of parts that are about the site and not the article.
  private static let furniture = [
    "advert", "banner", "breadcrumb", "caption", "comment", "cookie", "disqus", "footer", "login",
    "menu", "modal", "most-read", "mostread", "navbar", "newsletter", "pagination", "popular",
    "popup", "promo", "read-also", "readalso", "recommend", "related", "share", "sharing",
    "sidebar", "social", "sponsor", "subscribe", "taboola", "toolbar", "trending", "widget",
  ]

  /// True when an attribute's words tell a part that is about the site.
  static func isFurniture(_ words: String) -> Bool {
    let words = words.lowercased()
    return furniture.contains { words.contains($0) }
  }

  /// Words in class, id or itemprop of the element that holds an article's text.
  private static let bodies = [
    "articlebody", "article-body", "article_body", "article-content", "article__body",
    "article__content", "entry-content", "post-content", "post-body", "story-body", "news-body",
    "articletext", "article-text",
  ]

  /// True when an attribute's words tell the text of an article.
  static func isBody(_ words: String) -> Bool {
    let words = words.lowercased()
    return bodies.contains { words.contains($0) }
  }
}
