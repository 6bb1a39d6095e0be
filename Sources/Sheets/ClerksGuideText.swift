/// The pages for clerks as they stand in the documentation: Markdown in UTF-8. Their tables have a row a rule
/// of sheets: the rule, what it means, how to mend it.
package enum ClerksGuideText {
  package static let english = PackageResources.ClerksGuide_md
  package static let chinese = PackageResources.ClerksGuide_zh_md
}
